import { Component, type ReactNode } from 'react';

interface ContainedProps {
  /** Shown in its place when a part of the page cannot be loaded or fails. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps what fails inside from taking the rest of the page along. */
export class Contained extends Component<ContainedProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
