// The public log is public: anyone may read it, whole, and check a receipt, without an account and in every stage.
const everyone = { relation: 'any', roles: ['anyone'], stages: 'every' } as const

export const recordPolicy = [
  { action: 'record.read-log', ...everyone },
  { action: 'record.check-receipt', ...everyone },
] as const
