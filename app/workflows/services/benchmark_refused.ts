import { fieldError } from '#shared/exceptions/field_error'

/** Why nothing can be tried, at the field that is to be mended. */
export const benchmarkRefused = (error: 'no_tasks' | { unknownModel: string }) =>
  error === 'no_tasks'
    ? fieldError('tasks', 'No task of your team was done by a model yet, so there is nothing to repeat.')
    : fieldError('models', `There is no key for ${error.unknownModel}, or the data policy shuts it out.`)
