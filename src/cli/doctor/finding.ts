/** What the doctor found in one place: fine, or a problem with the way to mend it. */
export interface Finding {
  about: string
  state: 'ok' | 'problem'
  says: string
}

export const fine = (about: string, says: string): Finding => ({ about, state: 'ok', says })
export const problem = (about: string, says: string): Finding => ({ about, state: 'problem', says })

/** Takes an error's sentence for a problem, so that one broken thing never hides the rest. */
export async function examine(about: string, look: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await look()
  } catch (error) {
    return problem(about, error instanceof Error ? error.message : String(error))
  }
}
