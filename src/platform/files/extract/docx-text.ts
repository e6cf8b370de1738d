/** A node of the tree that mammoth reads from a DOCX: the part of it that we look at. */
export interface DocumentNode {
  type?: string
  value?: string
  children?: DocumentNode[]
  breakType?: string
  checked?: boolean
  noteType?: string
  noteId?: string
  body?: DocumentNode[]
  comments?: unknown[]
  notes?: { resolve(reference: DocumentNode): DocumentNode | null }
}

interface Reading {
  parts: string[]
  /** References in the order of their first use, by note. */
  noted: Map<string, DocumentNode>
}

type Leaf = (node: DocumentNode, reading: Reading) => string

function numberOf(reference: DocumentNode, { noted }: Reading): number {
  const key = `${reference.noteType} ${reference.noteId}`
  if (!noted.has(key)) noted.set(key, reference)
  return [...noted.keys()].indexOf(key) + 1
}

const leaves: Record<string, Leaf> = {
  text: ({ value }) => value ?? '',
  tab: () => '\t',
  break: ({ breakType }) => (breakType === 'line' ? '\n' : '\n\n'),
  checkbox: ({ checked }) => (checked ? '☒ ' : '☐ '),
  noteReference: (node, reading) => `[${numberOf(node, reading)}]`,
}

function read(node: DocumentNode, reading: Reading): void {
  const leaf = leaves[node.type ?? '']
  if (leaf) reading.parts.push(leaf(node, reading))
  for (const child of node.children ?? []) read(child, reading)
  if (node.type === 'paragraph') reading.parts.push('\n\n')
}

/** The text of a document, a blank line after each paragraph, its notes numbered and put at the end. */
export function rawTextOf(document: DocumentNode): string {
  const reading: Reading = { parts: [], noted: new Map() }
  read(document, reading)
  // A note may point at a further note: the map grows while it is walked, once for each note.
  for (const reference of reading.noted.values()) {
    reading.parts.push(`[${numberOf(reference, reading)}] `)
    read({ children: document.notes?.resolve(reference)?.body ?? [] }, reading)
  }
  return reading.parts.join('')
}
