import './en.ts';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button, QuietPage } from '../design/index.ts';
import { i18n } from '../words/index.ts';

/** Catches what breaks while drawing, so that nobody is left before an empty page. */
export class Whole extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    // biome-ignore lint/suspicious/noConsole: the browser's console is the only log there is here
    console.error('The page broke', error, componentStack);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <QuietPage look="closed" colour="clay" title={i18n.t('app:broken.title')}>
        <p>{i18n.t('app:broken.words')}</p>
        <Button variant="primary" onPress={() => window.location.reload()}>
          {i18n.t('app:broken.again')}
        </Button>
      </QuietPage>
    );
  }
}
