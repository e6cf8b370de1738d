/** How many files a comment may bring, and how large each. */
export const MOST_FILES = 10
export const MOST_MEGABYTES = 25
/** How long a saved comment waits for its writer to come back. */
export const DRAFT_DAYS = 90

/** The ends of names under which these come, for the dialog in which a person chooses a file. */
export const TAKEN_ENDS = '.pdf,.docx,.odt,.rtf,.html,.htm,.txt,.md'
