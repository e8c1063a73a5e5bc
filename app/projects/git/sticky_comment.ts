import type { HostPage, PageRequest, StickyCommentInput } from '#projects/git/host_contract'

const MAX_PAGES = 30

/** A comment that is found again by an HTML comment, which readers do not see. */
export const stickyBody = {
  mark: (marker: string) => `<!-- ${marker.replace(/[^\w.:-]|--/g, '')} -->`,
  of: ({ marker, body }: StickyCommentInput) => `${stickyBody.mark(marker)}\n${body}`,
}

/** Every item, page after page; a thread longer than thirty pages is not read to its end. */
export async function* everyPage<T>(read: (page: PageRequest) => Promise<HostPage<T>>) {
  let after: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items, next }: HostPage<T> = await read({ after, perPage: 100 })
    yield* items
    if (next === null) return
    after = next
  }
}
