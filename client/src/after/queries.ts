import type { EncounterId, MemberId, PersonSeen, ReportReason } from '@ajar/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';
import { tell } from '../notices/index.ts';
import { firstName, i18n } from '../words/index.ts';

const blocksKey = ['after', 'blocks'];

export const useBlocks = () =>
  useQuery({ queryKey: blocksKey, queryFn: ({ signal }) => call('blocks', {}, { signal }) });

async function block({ memberId, name }: PersonSeen): Promise<void> {
  await call('block', { params: { memberId } });
  tell('info', i18n.t('after:blocked', { name: firstName(name) }));
  void queryClient.invalidateQueries({ queryKey: ['after'] });
}

export const useBlock = (then: () => void) => useMutation({ mutationFn: block, onSuccess: then });

export const useUnblock = () =>
  useMutation({
    mutationFn: ({ memberId }: PersonSeen) => call('unblock', { params: { memberId } }),
    onSuccess: (_, { name }) => {
      tell('info', i18n.t('after:blocks.unblocked', { name: firstName(name) }));
      return queryClient.invalidateQueries({ queryKey: ['after'] });
    },
  });

export interface Reporting {
  person: PersonSeen;
  reason: ReportReason;
  words: string;
  encounterId: EncounterId | null;
  blockToo: boolean;
}

/** Blocks first, where that is asked too: whatever becomes of the report, the person is out of reach. */
async function report({ person, reason, words, encounterId, blockToo }: Reporting): Promise<void> {
  if (blockToo) await block(person);
  const memberId: MemberId = person.memberId;
  await call('report', { body: { memberId, reason, words, encounterId } });
  tell('info', i18n.t('after:reported'));
}

export const useReport = (then: (sent: Reporting) => void) =>
  useMutation({ mutationFn: report, onSuccess: (_, sent) => then(sent) });
