import type { EncounterId, MeetAgain, MentorshipId, MessageId, SparkId, Worth } from '@ajar/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { askWhatComesAfter, call } from '../api/index.ts';

/** What is asked of me, and my sparks. Kept fresh by the hub. */
export const useAfter = () =>
  useQuery({ queryKey: ['after', 'all'], queryFn: ({ signal }) => call('after', {}, { signal }), staleTime: 0 });

export const useThread = (sparkId: SparkId) =>
  useQuery({
    queryKey: ['after', 'thread', sparkId],
    queryFn: ({ signal }) => call('thread', { params: { sparkId } }, { signal }),
    staleTime: 0,
  });

export const useMeetAgain = () =>
  useMutation({
    mutationFn: ({ question, again }: { question: MeetAgain; again: boolean }) =>
      call('meetAgain', {
        params: { encounterId: question.encounterId },
        body: { memberId: question.person.memberId, again },
      }),
    onSuccess: askWhatComesAfter,
  });

export const usePulse = () =>
  useMutation({
    mutationFn: ({ encounterId, worth }: { encounterId: EncounterId; worth: Worth }) =>
      call('pulse', { params: { encounterId }, body: { worth } }),
    onSuccess: askWhatComesAfter,
  });

export const useWrite = (sparkId: SparkId, then: () => void) =>
  useMutation({
    mutationFn: (text: string) => call('write', { params: { sparkId }, body: { text } }),
    onSuccess: async () => {
      then();
      await askWhatComesAfter();
    },
  });

export const useUnwrite = (sparkId: SparkId) =>
  useMutation({
    mutationFn: (messageId: MessageId) => call('unwrite', { params: { sparkId, messageId } }),
    onSuccess: askWhatComesAfter,
  });

export const useAskMentor = (sparkId: SparkId) =>
  useMutation({ mutationFn: () => call('askMentor', { params: { sparkId } }), onSuccess: askWhatComesAfter });

export const useAnswerMentor = () =>
  useMutation({
    mutationFn: ({ mentorshipId, accept }: { mentorshipId: MentorshipId; accept: boolean }) =>
      call('answerMentor', { params: { mentorshipId }, body: { accept } }),
    onSuccess: askWhatComesAfter,
  });

export const useSeen = (sparkId: SparkId) =>
  useMutation({ mutationFn: () => call('seen', { params: { sparkId } }), onSuccess: askWhatComesAfter });

export const useReports = () =>
  useQuery({ queryKey: ['after', 'reports'], queryFn: ({ signal }) => call('reports', {}, { signal }) });

export const usePulses = () =>
  useQuery({ queryKey: ['after', 'pulses'], queryFn: ({ signal }) => call('pulses', {}, { signal }) });
