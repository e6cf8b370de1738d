/** So many entries of the record a mailer reads at once; after fewer it rests, so that it does not wake for each entry. */
export const AT_ONCE = 1000
