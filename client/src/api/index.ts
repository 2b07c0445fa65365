export { type CallInput, call } from './call.ts';
export {
  askWhatComesAfter,
  askWhoIsSignedIn,
  queryClient,
  useAddMember,
  useDemoSignIn,
  useMe,
  useMembers,
  useSetProfile,
  useSignInOptions,
} from './queries.ts';
