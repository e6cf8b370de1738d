import type { Code, CodeId } from '../model.ts'
import { OneCode } from './one-code.tsx'

interface Props {
  process: { slug: string }
  codes: readonly Code[]
  uses: ReadonlyMap<CodeId, number>
}

type Below = ReadonlyMap<CodeId | undefined, readonly Code[]>

/** The codes as a list of lists, each below its parent. */
export function CodeTree({ process, codes, uses }: Props) {
  const known = new Set(codes.map(({ id }) => id))
  const below = Map.groupBy(codes, ({ parent }) => (parent && known.has(parent) ? parent : undefined))
  return <Level {...{ process, uses, below }} of={undefined} />
}

function Level({ of, below, ...rest }: Omit<Props, 'codes'> & { below: Below; of: CodeId | undefined }) {
  const codes = below.get(of) ?? []
  if (codes.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {codes.map((code) => (
        <li key={code.id} id={`code-${code.id}`}>
          <OneCode code={code} {...rest} />
          <Level of={code.id} below={below} {...rest} />
        </li>
      ))}
    </ul>
  )
}
