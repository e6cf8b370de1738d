// The house, ground floor first. A capability may use those above it in this list, never those below.
export const capabilities = [
  'record',
  'participants',
  'texts',
  'processes',
  'moderation',
  'requests',
  'docket',
  'analysis',
  'notices',
  'portal',
  'erasing',
]

// The rooms inside a capability, in their own order: a room may use those before it, never those after it.
export const rooms = {
  record: ['proof', 'log'],
  participants: [
    'people',
    'organisations',
    'interests',
    'installation',
    'sign-in',
    'passkeys',
    'erasure',
    'account',
    'first-start',
    'administration',
    'directory',
  ],
  moderation: ['redactions', 'second-look', 'assignment', 'objections'],
  requests: ['papers', 'making', 'replies'],
  docket: [
    'search',
    'comments',
    'intake',
    'posted',
    'posting',
    'redaction',
    'objections',
    'reading',
    'issues',
    'fifteen-minutes',
    'claims',
    'signatories',
    'by-organisation',
    'import',
    'export',
    'dataset',
    'erasure',
  ],
  analysis: [
    'sentences',
    'language',
    'phrases',
    'propositions',
    'positions',
    'issue-suggestion',
    'campaigns',
    'codebook',
    'coding',
    'agreement',
    'report',
  ],
}

// Folders under src/ that are no capability.
export const others = ['platform', 'backup', 'cli', 'app']
