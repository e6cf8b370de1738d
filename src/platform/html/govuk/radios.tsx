import { Choices, type ChoicesProps } from './choices.tsx'

export interface RadiosProps extends ChoicesProps {
  value?: string | number | undefined
}

export function Radios({ value, ...props }: RadiosProps) {
  return <Choices kind="radios" isChosen={(candidate) => candidate === value} {...props} />
}
