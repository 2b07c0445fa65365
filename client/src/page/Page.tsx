import './page.css';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Wordmark } from '../design/index.ts';

interface PageProps {
  /** The heading; null while it is not known. */
  title: string | null;
  /** Where the bar leads back to, and how it says so. */
  back: { href: string; words: string };
  /** Beside the heading, at the end of its line. */
  beside?: ReactNode;
  /** For lists of several columns. Default: the width of a text. */
  wide?: boolean;
  children: ReactNode;
}

/** A page off the corridor: a bar with the ways back, a heading, and what the page is for. */
export function Page({ title, back, beside, wide = false, children }: PageProps) {
  return (
    <div className="page" data-wide={wide || undefined}>
      <header className="page-bar">
        <Link href="/" className="bar-home">
          <Wordmark />
        </Link>
        <Link href={back.href}>{back.words}</Link>
      </header>
      <main>
        {title !== null && (
          <div className="page-head">
            <h1>{title}</h1>
            {beside}
          </div>
        )}
        {children}
      </main>
    </div>
  );
}
