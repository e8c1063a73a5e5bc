import vine from '@vinejs/vine'

export const MAX_PER_PAGE = 100

/** `?page=&perPage=`; 1-based. */
export const pagination = {
  page: vine.number().withoutDecimals().min(1).max(10_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(MAX_PER_PAGE).optional(),
}

export const paginationValidator = vine.create({ ...pagination })

export interface Page<T> {
  data: T[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
}

export const pageOf = <T>(data: T[], total: number, page: number, perPage: number): Page<T> => ({
  data,
  meta: { page, perPage, total, lastPage: Math.max(1, Math.ceil(total / perPage)) },
})
