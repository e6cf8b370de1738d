/** A program from the repository that readers may take with them. */
export const Program = ({ name }: { name: 'verify.mjs' | 'witness.mjs' }) => (
  <a class="govuk-link" href={`/${name}`} download>
    {name}
  </a>
)
