import {
  AjarError,
  type CallMeMinutes,
  type Me,
  type OwnParticulars,
  type Profile,
  type RouteBody,
  type TableNews,
  toAjarError,
} from '@ajar/shared';
import { MutationCache, QueryClient, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { tell } from '../notices/index.ts';
import { call } from './call.ts';

/** Whatever was asked for and failed is told in words, once, here. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (failures, error) => mayHelp(error) && failures < 3 },
  },
  mutationCache: new MutationCache({ onError: (error) => tell('error', toAjarError(error).message) }),
});

/** Only trouble that passes by itself is worth asking again. */
function mayHelp(error: unknown): boolean {
  return error instanceof AjarError && error.category === 'unavailable';
}

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call('me', {}, { signal }),
});

/** The signed-in person. Its error has category `not-signed-in` when nobody is. */
export const useMe = () => useQuery(meQuery);

/** Asks again who is signed in: after signing in or out, and when the hub has turned the socket away. */
export const askWhoIsSignedIn = () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey });

/** Asks again for whatever comes after encounters, where it is on screen. */
export const askWhatComesAfter = () => queryClient.invalidateQueries({ queryKey: ['after'] });

export const useSignInOptions = () =>
  useQuery({ queryKey: ['sign-in-options'], queryFn: ({ signal }) => call('signInOptions', {}, { signal }) });

export const useDemoSignIn = (then: () => void) =>
  useMutation({ mutationFn: (email: string) => call('demoSignIn', { body: { email } }), onSuccess: then });

export const useSetProfile = (then: () => void) =>
  useMutation({
    mutationFn: (body: Partial<Profile>) => call('setProfile', { body }),
    onSuccess: (member) => {
      queryClient.setQueryData<Me>(meQuery.queryKey, (me) =>
        me?.membership ? { ...me, membership: { ...me.membership, member } } : me,
      );
      then();
    },
  });

export const useMembers = () =>
  useQuery({ queryKey: ['members'], queryFn: ({ signal }) => call('members', {}, { signal }) });

export const useAddMember = (then: () => void) =>
  useMutation({
    mutationFn: (body: RouteBody<'addMember'>) => call('addMember', { body }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['members'] });
      then();
    },
  });

const newsKey = ['table-news'];

/** When the coffee table is usually busy, how one likes to sit, and until when one is called. */
export const useTableNews = () =>
  useQuery({ queryKey: newsKey, queryFn: ({ signal }) => call('tableNews', {}, { signal }) });

/**
 * Asks to be called when somebody sits down.
 * @param reach makes this browser reachable while its page is closed. Without that the call still comes to an open page.
 */
export const useCallMe = (reach: () => Promise<void>) =>
  useMutation({
    mutationFn: async (minutes: CallMeMinutes) => {
      await reach().catch((thrown: unknown) => tell('info', toAjarError(thrown).message));
      return call('callMe', { body: { minutes } });
    },
    onSuccess: (news) => queryClient.setQueryData<TableNews>(newsKey, news),
  });

export const useDontCallMe = () =>
  useMutation({
    mutationFn: () => call('dontCallMe', {}),
    onSuccess: (news) => queryClient.setQueryData<TableNews>(newsKey, news),
  });

const particularsKey = ['particulars'];

/** What one has said for chance meetings. */
export const useParticulars = () =>
  useQuery({ queryKey: particularsKey, queryFn: ({ signal }) => call('particulars', {}, { signal }) });

export const useSetParticulars = () =>
  useMutation({
    mutationFn: (body: OwnParticulars) => call('setParticulars', { body }),
    onSuccess: async (kept) => {
      queryClient.setQueryData<OwnParticulars>(particularsKey, kept);
      await queryClient.invalidateQueries({ queryKey: newsKey });
    },
  });
