import { StageBar, type StageBarProps } from './stage-bar.tsx'

export interface ProcessBandProps {
  name: string
  href: string
  /** "Recommendation; voluntary, not a regulation": what the outcome will bind anyone to. */
  outcome: string
  stages?: StageBarProps
}

/** On every page of a process: which one, what its outcome is worth, and where it stands. */
export function ProcessBand({ name, href, outcome, stages }: ProcessBandProps) {
  return (
    <section class="parley-band" aria-labelledby="process-name">
      <div class="govuk-width-container">
        <p class="parley-band__name" id="process-name">
          <a href={href}>
            <bdi>{name}</bdi>
          </a>
        </p>
        <p class="parley-band__outcome">{outcome}</p>
        {stages && <StageBar {...stages} />}
      </div>
    </section>
  )
}
