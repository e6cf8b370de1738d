import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { analyseVerb } from './analyse.ts'
import { campaigns } from './campaigns.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-bad-input-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What both commands say of one file: the campaigns, and what the report counts. */
async function look(name: string, words: string) {
  const config = readConfig({ PARLEY_DATA: folder, PARLEY_KEYS: folder })
  if ('problems' in config) throw new Error('The settings are wrong.')
  const file = join(folder, name)
  await writeFile(file, words)
  const told: string[] = []
  const context = {
    config,
    out: (line: string) => void told.push(line),
    err: (line: string) => void told.push(line),
    open: () => Promise.reject(new Error('No server is needed.')),
  }
  expect(await campaigns.run([file, '--json'], context)).toBe(0)
  expect(await analyseVerb.run([file, '-o', `${file}-report`, '--json', '--force'], context)).toBe(0)
  const [found, report] = told.map((line) => JSON.parse(line))
  expect(report.comments).toBe(found.comments)
  expect(report.campaigns.map(({ size }: { size: number }) => size)).toEqual(sizesOf(found))
  return { found, report }
}

const sizesOf = ({ campaigns: all }: { campaigns: { size: number }[] }) => all.map(({ size }) => size)
const lines = (texts: readonly string[]) =>
  texts.map((comment, at) => JSON.stringify({ id: `c${at}`, comment })).join('\n')
const letter = 'Ten years of security updates for every connected device sold to homes, please.'

const pointers =
  `See attached file(s)|see attachment|Attached are my comments|Comments attached|(attached)|My comment is attached.
Please refer to the attached document for our detailed comments on the proposed rule|Attachment|See the attached PDF
See Attached Letter – Docket ID EPA-HQ-OAR-2021-0317|I have attached my comments as a Word document.|See uploaded file
See attached comments of the State of Texas, Office of the Attorney General|Kindly find enclosed our position paper.
Please see the attached comment letter submitted on behalf of the National Association of Example Makers.|Siehe Anhang
Unsere Stellungnahme finden Sie im beigefügten PDF.|Voir pièce jointe|Voir document ci-joint|Ver archivo adjunto
Veuillez trouver en pièce jointe notre contribution à la consultation|Se adjunta documento con observaciones|Zie bijlage
Si veda il documento allegato|Segue em anexo o nosso contributo|Uwagi w załączniku|Se bifogad fil|Se vedhæftede fil
Katso liite|Viz příloha|Vezi anexa|Вижте приложения файл|См. приложение|Παρακαλώ δείτε το συνημμένο έγγραφο|انظر المرفق
请参阅附件|添付ファイルをご覧ください|첨부 파일을 참조하십시오`.split(/\||\n/)

describe('campaigns and the report', () => {
  test('take none of dozens of ways to say “see attached” for a campaign, and count every one', async () => {
    const { found, report } = await look('pointers.jsonl', lines([...pointers, ...pointers, ...pointers]))
    expect(found).toMatchObject({ comments: 3 * pointers.length, distinct: 0, campaigns: [] })
    expect(found.stubs).toHaveLength(3 * pointers.length)
    expect(report.stubs).toBe(3 * pointers.length)
  })

  test.each([
    ['我希望政府要求每一件连接到互联网的设备都必须提供十年的安全更新，并且免费修理', '谢谢'],
    ['เราขอให้รัฐบาลกำหนดให้อุปกรณ์ทุกชิ้นที่เชื่อมต่ออินเทอร์เน็ตต้องได้รับการอัปเดตความปลอดภัยสิบปี', ' ขอบคุณ'],
    ['នៅក្នុងផ្ទះយើងស្នើសុំឱ្យរដ្ឋាភិបាលតម្រូវឱ្យឧបករណ៍ទាំងអស់ទទួលបានការអាប់ដេតសុវត្ថិភាព', 'ដប់'],
    ['نطلب من الوزارة أن تشترط عشر سنوات من التحديثات الأمنية لكل جهاز متصل يباع للمنازل', ' شكرا'],
    ['אנו מבקשים מהמשרד לדרוש עשר שנים של עדכוני אבטחה לכל מכשיר מחובר שנמכר לבתים', ' תודה'],
    ['हम मंत्रालय से अनुरोध करते हैं कि घरों में बेचे जाने वाले हर उपकरण के लिए दस साल के अपडेट अनिवार्य हों', ' धन्यवाद'],
  ])('read “%s” as they read any other script', async (said, more) => {
    const mixed = `${letter} ${said.slice(0, said.length / 2)} 👩‍👩‍👧‍👦`
    const { found } = await look(
      'script.jsonl',
      lines([said, letter, `${said}${more}`, '👍🏽'.repeat(40), mixed]),
    )
    expect(found.campaigns).toEqual([{ size: 2, template: said, members: ['c0', 'c2'] }])
    expect(found).toMatchObject({ comments: 5, distinct: 3, stubs: ['c3'] })
  })

  test('call rows of one id apart, and count rows that say nothing', async () => {
    const csv = `Comment ID,Comment\r\n1,"${letter}"\r\n1,"${letter}"\r\n,"${letter}"\r\n3,\r\n4,"   "\r\n`
    const { found, report } = await look('ids.csv', csv)
    expect(found.campaigns[0].members).toEqual([
      '1',
      expect.stringMatching(/row 2$/),
      expect.stringMatching(/row 3$/),
    ])
    expect(report.rows).toMatchObject({ read: 5, 'same-id': 1, 'no-id': 1, 'no-text': 2 })
  })

  test.each([
    ['cut.csv', `id,comment\n1,"${letter}"\n2,"${letter}"\n3,"${letter.slice(0, 30)}`, 3, 'odd'],
    ['cut.jsonl', lines([letter, letter, letter]).slice(0, -40), 3, 'odd'],
    ['cut.json', JSON.stringify([{ id: 1, comment: letter }]).slice(0, -20), 0, 'unread'],
  ])('tell that %s was cut in the middle, and read what is whole', async (name, words, comments, kind) => {
    const { found, report } = await look(name, words)
    expect(found.comments).toBe(comments)
    expect(found.rows).toMatchObject([{ kind }])
    expect(report.rows[kind]).toBe(1)
  })

  test('name a comment that is too large, and read on', async () => {
    const { found } = await look('large.jsonl', lines(['x'.repeat(34_000_000), letter, letter]))
    expect(found).toMatchObject({ comments: 2, campaigns: [{ size: 2 }], rows: [{ row: 1, kind: 'unread' }] })
  })
})
