import { Component, type ComponentChildren, options } from 'preact'

interface Props {
  failed(error: unknown): void
  children?: ComponentChildren
}

const rendering: typeof options & { errorBoundaries?: boolean } = options
rendering.errorBoundaries = true

/** What breaks while it is drawn is reported, and leaves its place empty. */
export class PartBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static override getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.failed(error)
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
