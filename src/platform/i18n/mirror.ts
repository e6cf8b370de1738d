import type { IntlMessageFormat } from 'intl-messageformat'

type Message = ReturnType<IntlMessageFormat['getAst']>
type Piece = Message[number]

// Unicode's right-to-left override and its end: the letters in between run the other way round.
const [TURN, TURN_BACK] = ['\u202e', '\u202c']

// Unicode's isolate, whose first strong letter gives the direction, and its end.
const [APART, TOGETHER] = ['\u2068', '\u2069']

/** What a message chooses between. */
const CODE = /^[a-z_]+$/

const LITERAL = 0

/** What stands in a message from right to left runs as its own letters do, and takes no sign of the message with it. */
export function isolated<Given extends object>(values: Given): Given {
  const apart = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && /\p{L}/u.test(value) && !CODE.test(value)
      ? `${APART}${value}${TOGETHER}`
      : value,
  ])
  return Object.fromEntries(apart)
}

/** A message whose own words run from right to left, and whose values stay as they are. */
export const mirrored = (message: Message): Message => message.map(mirroredPiece)

function mirroredPiece(piece: Piece): Piece {
  if (piece.type === LITERAL) return { ...piece, value: turned(piece.value) }
  if ('children' in piece) return { ...piece, children: mirrored(piece.children) }
  if (!('options' in piece)) return piece
  const options = Object.entries(piece.options).map(([name, one]) => [name, { value: mirrored(one.value) }])
  return { ...piece, options: Object.fromEntries(options) }
}

const turned = (text: string) => text.replace(/\S(?:.*\S)?/g, (words) => `${TURN}${words}${TURN_BACK}`)
