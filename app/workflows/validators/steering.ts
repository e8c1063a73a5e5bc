import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'
import { idempotency } from '#workflows/validators/api_workflow'

/** What one says to a workflow that runs. */
export const messageValidator = vine.create({
  text: text().trim().minLength(1).maxLength(4_000),
})

/** What should be different in a change. */
export const apiRequestedChangesValidator = vine.create({
  text: text().trim().minLength(1).maxLength(4_000),
  headers: idempotency(),
})

const line = () => text().trim().minLength(1).maxLength(2_000)

/** The words of a plan, as a person would have them. */
export const planValidator = vine.create({
  summary: line(),
  steps: vine.array(line()).minLength(1).maxLength(50),
  risks: vine.array(line()).maxLength(50),
  tests: vine.array(line()).maxLength(50),
})

const modelName = () =>
  text()
    .trim()
    .maxLength(160)
    .regex(/^[A-Za-z0-9][\w.:/@-]*$/)
const replay = {
  /** Left out: the whole record is repeated. */
  exchangeId: vine.string().uuid().nullable().optional(),
  /** Texts of that question which are others in the new workflow. */
  parts: vine
    .array(
      vine.object({
        index: vine.number().withoutDecimals().range([0, 1_000]),
        // An empty text arrives as null.
        text: text().maxLength(500_000).nullable(),
      })
    )
    .maxLength(200)
    .distinct('index')
    .optional(),
  model: modelName().nullable().optional(),
  message: text().trim().maxLength(4_000).nullable().optional(),
}

/** The question from which it is to go another way. */
export const replayPlaceValidator = vine.create({ exchange: vine.string().uuid() })

export const replayValidator = vine.create({ ...replay, formToken: vine.string().uuid() })
export const apiReplayValidator = vine.create({ ...replay, headers: idempotency() })

/** Which two to put beside each other. */
export const comparisonValidator = vine.create({ a: vine.string().uuid(), b: vine.string().uuid() })
