import { Choices, type ChoicesProps } from './choices.tsx'

export interface CheckboxesProps extends ChoicesProps {
  values?: readonly (string | number)[] | undefined
}

export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
  return <Choices kind="checkboxes" isChosen={(candidate) => values.includes(candidate)} {...props} />
}
