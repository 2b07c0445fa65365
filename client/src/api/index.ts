export { type CallInput, call } from './call.ts';
export {
  askWhatComesAfter,
  askWhoIsSignedIn,
  queryClient,
  useAddMember,
  useCallMe,
  useDemoSignIn,
  useDontCallMe,
  useMe,
  useMembers,
  useParticulars,
  useSetParticulars,
  useSetProfile,
  useSignInOptions,
  useTableNews,
} from './queries.ts';
