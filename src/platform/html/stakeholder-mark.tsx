interface Props {
  /** The code of the stakeholder group, as in its row. */
  code: string
  /** Its short name: shape and colour never stand alone. */
  name: string
  /** For groups a convenor has added: the how-manieth of them this is, from 0. */
  further?: number | undefined
}

const shapes: Record<string, string> = {
  government: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z',
  'private-sector': 'M2 2h12v12H2z',
  'civil-society': 'M8 1l7.5 14H.5z',
  'technical-community': 'M8 0l8 8-8 8-8-8z',
  academia: 'M8 0l2.3 5.3 5.7.6-4.300 3.900 1.200 5.700L8 12.600l-4.900 2.900 1.200-5.700L0 5.900l5.700-.6z',
  users: 'M8 .5l7.600 5.500-2.900 9H3.300L.4 6z',
  'not-stated': 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1zm0 3a4 4 0 1 1 0 8 4 4 0 1 1 0-8z',
}

const furtherShapes = [
  'M4.200 1.500h7.600L15.700 8l-3.900 6.500H4.200L.3 8z',
  'M5.500 1h5v4.500H15v5h-4.500V15h-5v-4.500H1v-5h4.500z',
  'M.5 2h15L8 16z',
  'M3 1h10v14l-5-4-5 4z',
]

/** A group's shape, colour and short name; groups beyond the fixed list begin it again, and the name tells them apart. */
export function StakeholderMark({ code, name, further = 0 }: Props) {
  const own = shapes[code]
  const place = further % furtherShapes.length
  const dress = own ? code : `further-${place + 1}`
  return (
    <span class={`parley-mark parley-mark--${dress}`}>
      <svg class="parley-mark__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path fill="currentColor" d={own ?? furtherShapes[place]} />
      </svg>
      {name}
    </span>
  )
}
