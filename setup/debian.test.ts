import { expect, test } from 'vitest';
import { installDebianPackages, missingFrom } from './debian.mjs';

test('finds the packages that dpkg-query does not call installed', () => {
  const listing = 'cmake installed\ng++ config-files\ndpkg-query: no packages found matching ninja-build\n';
  expect(missingFrom(['cmake', 'g++', 'ninja-build'], listing)).toEqual(['g++', 'ninja-build']);
});

test('asks for nothing where nothing is needed', async () => {
  await installDebianPackages([], { purpose: 'for this test', elsewhere: 'This is never said.' });
});
