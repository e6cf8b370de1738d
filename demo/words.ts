// A complete invented process. No person, organisation or product here exists.

export const process = {
  slug: 'example-connected-devices',
  name: 'Example: updates for connected devices',
  scope:
    'How people who buy a connected device learn whether it gets security updates, how these reach it, and until when.',
  convenor: 'Example Office for Digital Trust',
  prefix: 'EXAMPLE',
  issues: [
    ['Support period', 'Until when, at least, does the maker promise security updates?'],
    ['How updates arrive', 'By themselves, on request, or by a technician; and what happens when one fails.'],
    [
      'What buyers are told',
      'Which words on the box, in the shop and on the web, and what they are backed by.',
    ],
    ['Small makers', 'What is fair to ask of firms with a handful of staff.'],
  ],
} as const

export const request = {
  title: 'Security updates for connected devices: what should buyers be told?',
  notice: `The Example Office for Digital Trust asks everybody who makes, sells, studies or uses connected devices how
buyers can learn about security updates **before** they buy.

The outcome will be a voluntary best practice. It is not a law and not a standard.

## What is already there

Several shops print an end date for updates next to the price. Some makers publish it on the web, most do not publish it
at all. We do not want to repeat what others already do: tell us what exists.

## What we will do with your answer

Every comment is posted unless it breaks the published rules. A working group will answer each one and say what changed
because of it.`,
  questions: [
    {
      text: 'Should a maker name a date until which security updates are promised, at the least?',
      hint: 'If your answer depends on something, say on what.',
      issues: [1],
      priority: true,
    },
    {
      text: 'How should buyers learn how updates reach the device?',
      hint: 'Think of people who never open a settings page.',
      issues: [2, 3],
      priority: true,
    },
    {
      text: 'Which few words would you print on the box?',
      hint: 'One or two sentences.',
      issues: [3],
      priority: false,
    },
    {
      text: 'What would make this hard for a small maker, and what would help?',
      hint: '',
      issues: [4],
      priority: false,
    },
    {
      text: 'What do others already do on this that we should not do twice?',
      hint: 'Name the work and where to find it.',
      issues: [1, 2, 3],
      priority: false,
    },
    {
      text: 'Which issues should come first, and which one is missing?',
      hint: 'The working group begins with what matters most to you.',
      issues: [1, 2, 3, 4],
      priority: false,
      asksForIssues: true,
    },
  ],
  papers: [
    {
      title: 'Background paper: three questions a buyer asks',
      text: `# Three questions a buyer asks

Can this device get security updates? How do they arrive? Until when, at least, are they promised?

We asked forty invented shoppers. Thirty-one wanted the date, and most of them wanted it printed next to the price.`,
    },
  ],
} as const

export interface ExampleComment {
  name?: string
  organisation?: string
  capacity?: 'authorised-representative' | 'member' | 'in-own-name'
  group: string
  language: string
  country?: string
  answers: Readonly<Record<number, string>>
  text?: string
  publication?: 'with-name' | 'without-name'
  confidential?: string
  outcome: 'posted' | 'withheld' | 'screening'
}

export const comments: readonly ExampleComment[] = [
  {
    name: 'Ines Example',
    organisation: 'Example Devices Ltd',
    capacity: 'authorised-representative',
    group: 'private-sector',
    language: 'en',
    country: 'IE',
    answers: {
      1: 'Yes, as long as it stays voluntary and the date may be longer for some parts of the device than for others.\n\nA camera and its cloud do not age at the same speed.',
      2: 'A short mark on the box and a page on the web that we keep up to date. The page should be the one that counts.',
      4: 'Small makers buy their chips from suppliers who promise two years. Nobody can promise five on top of two.',
      6: '1. #4 Small makers\n2. #1 Support period\n3. #3 What buyers are told',
    },
    confidential: 'Our own supplier contract ends after 26 months.',
    outcome: 'posted',
  },
  {
    name: 'Tomas Invented',
    organisation: 'Invented Consumers’ Union',
    capacity: 'authorised-representative',
    group: 'civil-society',
    language: 'en',
    country: 'CZ',
    answers: {
      1: 'Yes, and a date is not enough: there should be a minimum. A promise of three months is a date too.',
      2: 'Updates should arrive by themselves, and the box should say when they do not.',
      3: 'Gets security updates by itself until at least March 2031.',
      6: '1. #1 Support period\n2. #3 What buyers are told\n\n+ Devices whose maker is gone\n\nNobody mends them, and they stay in our homes for years.',
    },
    outcome: 'posted',
  },
  {
    name: 'Prof. Amina Imaginary',
    organisation: 'Imaginary University',
    capacity: 'in-own-name',
    group: 'academia',
    language: 'en',
    country: 'KE',
    answers: {
      1: 'Yes. In our tests with two hundred people, a printed date was understood by nine in ten; a star rating by four in ten.',
      5: 'Two shops in our town already print the date. The numbers are in the study we are sending by post.',
      6: '1. #3 What buyers are told\n2. #1 Support period',
    },
    outcome: 'posted',
  },
  {
    name: 'Camille Exemple',
    organisation: 'Association Exemple pour un Internet sûr',
    capacity: 'authorised-representative',
    group: 'civil-society',
    language: 'fr',
    country: 'FR',
    answers: {
      1: 'Oui. La date doit être imprimée sur la boîte, et pas seulement sur une page web que personne n’ouvre.',
      6: '1. #1 Support period\n1. #3 What buyers are told\n2. #2 How updates arrive\n\n+ Appareils abandonnés par leur fabricant\n\nQui en répond quand l’entreprise ferme ?',
      2: 'Il faut dire en une phrase si l’appareil se met à jour tout seul. Le reste intéresse les spécialistes.',
    },
    outcome: 'posted',
  },
  {
    name: 'ليلى مثال',
    group: 'users',
    language: 'ar',
    country: 'JO',
    answers: {
      2: 'أريد أن أعرف قبل الشراء هل يتم تحديث الجهاز تلقائيا، وماذا يحدث عندما ينقطع الإنترنت.',
    },
    outcome: 'posted',
  },
  {
    group: 'users',
    language: 'en',
    answers: { 2: 'I never knew that my doorbell needs updates. Tell me in the shop, not in a menu.' },
    text: 'My mother has one of these too and nobody told her either.',
    publication: 'without-name',
    outcome: 'posted',
  },
  {
    name: '例 小明',
    organisation: '示例安全研究组',
    capacity: 'member',
    group: 'technical-community',
    language: 'zh',
    answers: {
      1: '应当写明最短支持期限。没有期限的承诺无法核查。',
      5: '我们维护一份公开清单，列出各厂商公布的支持期限，可以直接引用。',
    },
    outcome: 'posted',
  },
  {
    name: 'Olu Placeholder',
    organisation: 'Placeholder Ministry of Commerce',
    capacity: 'authorised-representative',
    group: 'government',
    language: 'en',
    country: 'NG',
    answers: {
      1: 'We support a date, and ask the convenor to say how long is long enough.',
      4: 'A shared page kept by the industry body would spare each small maker from building its own.',
      6: '1. #1 Support period\n2. #3 What buyers are told\n2. #4 Small makers\n\n+ Toys that listen',
    },
    outcome: 'posted',
  },
  {
    name: 'Rob Sample',
    group: 'users',
    language: 'en',
    answers: {},
    text: 'BUY CHEAP WATCHES at a shop that does not exist. This comment is here to show what withholding looks like.',
    outcome: 'withheld',
  },
  {
    name: 'Mira Specimen',
    organisation: 'Specimen Sensors Co-operative',
    capacity: 'member',
    group: 'private-sector',
    language: 'en',
    country: 'IN',
    answers: {
      4: 'We are six people. A template for the web page would help more than any guide.',
    },
    outcome: 'screening',
  },
]
