import { useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';

const contactKey = ['after', 'contact'];

/** One's own contact line; undefined until it is known. */
export function useContact(): string | undefined {
  const { data } = useQuery({ queryKey: contactKey, queryFn: ({ signal }) => call('contact', {}, { signal }) });
  return data?.contact;
}

export const useSaveContact = () =>
  useMutation({
    mutationFn: (contact: string) => call('setContact', { body: { contact } }),
    onSuccess: (_, contact) => queryClient.setQueryData(contactKey, { contact: contact.trim() }),
  });
