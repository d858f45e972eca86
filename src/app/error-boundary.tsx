import { Component, type ReactNode } from 'react';

type ErrorBoundaryProps = {
  children: ReactNode;
  /** What is shown instead, and how to try again. */
  renderFallback: (problem: Error, retry: () => void) => ReactNode;
};

/** Keeps a fault in one part from taking the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { problem?: Error | undefined }> {
  override state: { problem?: Error | undefined } = {};

  static getDerivedStateFromError(problem: unknown) {
    return { problem: problem instanceof Error ? problem : new Error(String(problem)) };
  }

  override render() {
    const { problem } = this.state;
    return problem === undefined
      ? this.props.children
      : this.props.renderFallback(problem, () => this.setState({ problem: undefined }));
  }
}
