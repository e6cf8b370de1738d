import type { PolicyRow } from '../../participants/model.ts'

/** Which of the moderators may answer is a rule of moderation: not one who decided before, while there is another. */
export const objectionsPolicy: readonly PolicyRow[] = [
  { action: 'objection.make', relation: 'holder', roles: ['anyone'], stages: 'every' },
  { action: 'objection.make', relation: 'own', roles: ['signed-in'], stages: 'every' },
  { action: 'objection.answer', relation: 'any', roles: ['moderator', 'secretariat'], stages: 'every' },
]
