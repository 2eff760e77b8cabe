import type { ReactElement } from 'react';
import { Formula } from './Formula';
import type { Topic } from '../texts/texts';

/** Name, two sentences and a formula of each topic. */
export function TopicCard({ topics }: { readonly topics: readonly Topic[] }): ReactElement {
  return (
    <div className="lab-topic">
      {topics.map(({ key, name, text, formula }) => (
        <section key={key} data-topic={key}>
          <h3>{name}</h3>
          <p>{text}</p>
          {formula && <Formula tex={formula} />}
        </section>
      ))}
    </div>
  );
}
