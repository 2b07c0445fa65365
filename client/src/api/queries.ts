import { AjarError, type Me, type Profile, type RouteBody, toAjarError } from '@ajar/shared';
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
