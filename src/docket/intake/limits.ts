/** How many files a comment may bring, and how large each. */
export const MOST_FILES = 10
export const MOST_MEGABYTES = 25
/** How long a saved comment waits for its writer to come back. */
export const DRAFT_DAYS = 90
