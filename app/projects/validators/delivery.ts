import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

const names = (most: number) =>
  vine.array(text().trim().minLength(1).maxLength(most)).maxLength(20).distinct()

export const deliveryValidator = vine.create({
  requiresPublishApproval: vine.boolean(),
  opensChangeRequest: vine.boolean(),
  draft: vine.boolean(),
  labels: names(50),
  reviewers: names(255),
  followsPipeline: vine.boolean(),
  pipelineRepairs: vine.number().withoutDecimals().range([0, 5]),
  answersCalls: vine.boolean(),
})
