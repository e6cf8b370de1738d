import { Pagination } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { campaignAddress } from '../address.ts'
import { A_PAGE_OF_VARIANTS, type Variant } from '../model.ts'
import { redline } from '../redline/redline.ts'
import { words } from '../words.ts'
import type { CampaignProps } from './props.ts'
import { Redline } from './redline.tsx'
import { WordsLink } from './words-link.tsx'

export function Variants({ request, campaign, variants, page }: CampaignProps) {
  const t = useWords(words)
  const others = campaign.wordings - 1
  const to = (page: number) => `${campaignAddress(request.docket, campaign.id)}?page=${page}#variants`
  return (
    <section aria-labelledby="variants">
      <h2 id="variants">{t('variants')}</h2>
      <p>{t(others === 0 ? 'variantsNone' : 'variantsText')}</p>
      {variants.map((variant) => (
        <One
          key={`${variant.number} ${variant.attachment}`}
          variant={variant}
          template={campaign.template.text}
        />
      ))}
      <Pagination
        label={t('variants')}
        previous={page > 1 ? { href: to(page - 1), text: t('previous') } : undefined}
        next={others > page * A_PAGE_OF_VARIANTS ? { href: to(page + 1), text: t('next') } : undefined}
      />
    </section>
  )
}

const BEGINNING = 400

function One({ variant, template }: { variant: Variant; template: string }) {
  const t = useWords(words)
  const { text, texts, language } = variant
  const stretches = redline(template, text)
  const values = { number: () => <WordsLink key="number" {...variant} />, others: texts - 1 }
  return (
    <>
      <h3 class="govuk-heading-s">{t.rich(texts > 1 ? 'variant' : 'variantAlone', values)}</h3>
      {!stretches && <p class="parley-muted">{t('variantWhole')}</p>}
      <div class="parley-claimed">
        <p class="parley-claimed__text" lang={language} dir="auto">
          {stretches ? <Redline stretches={stretches} /> : `${text.slice(0, BEGINNING).toWellFormed()}…`}
        </p>
      </div>
    </>
  )
}
