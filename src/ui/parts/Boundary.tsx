import { Component, type ReactNode } from 'react'

type Props = { renderFailed: (tryAgain: () => void) => ReactNode; children: ReactNode }

/** Where drawing a part fails, draws what `renderFailed` gives in its place; the rest of the page stays. React itself reports the error. */
export class Boundary extends Component<Props, { hasFailed: boolean }> {
  static getDerivedStateFromError = () => ({ hasFailed: true })
  override state = { hasFailed: false }

  override render(): ReactNode {
    const { renderFailed, children } = this.props
    return this.state.hasFailed ? renderFailed(() => this.setState({ hasFailed: false })) : children
  }
}
