import type { Channel } from '../comments/model.ts'

export const channelWords = {
  'web-form': 'channelWeb',
  'e-mail': 'channelMail',
  api: 'channelApi',
  'bulk-import': 'channelImport',
  paper: 'channelPaper',
} as const satisfies Record<Channel, string>
