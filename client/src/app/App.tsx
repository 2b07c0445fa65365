import './en.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ReportOrBlockHere, ReportsPage, SparkPage, SparksPage } from '../after/index.ts';
import { queryClient } from '../api/index.ts';
import { CoffeePage, DrawingPage } from '../coffee/index.ts';
import { Corridor } from '../corridor/index.ts';
import { FiguresPage } from '../figures/index.ts';
import { FollowingPage } from '../follows/index.ts';
import { HoursPage } from '../hours/index.ts';
import { StaffedDoorsPage } from '../kinds/index.ts';
import { Notices } from '../notices/index.ts';
import { PeoplePage } from '../people/index.ts';
import { RoundsPage } from '../rounds/index.ts';
import { SignInPage } from '../sign-in/index.ts';
import { CallRoute } from './CallRoute.tsx';
import { EmptyRoom, encounterOf } from './call-screen.ts';
import { NotFound } from './NotFound.tsx';
import { SignedIn } from './SignedIn.tsx';
import { Whole } from './Whole.tsx';

export function App() {
  return (
    <Whole>
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <Switch>
            <Route path="/">
              <SignedIn>{(membership) => <Corridor membership={membership} />}</SignedIn>
            </Route>
            <Route path="/sign-in">
              <SignInPage />
            </Route>
            <Route path="/people">
              <SignedIn>{(membership) => <PeoplePage membership={membership} />}</SignedIn>
            </Route>
            <Route path="/sparks">
              <SignedIn>{() => <SparksPage />}</SignedIn>
            </Route>
            <Route path="/sparks/:id">{({ id }) => <SignedIn>{() => <SparkPage id={id} />}</SignedIn>}</Route>
            <Route path="/reports">
              <SignedIn>{(membership) => <ReportsPage membership={membership} />}</SignedIn>
            </Route>
            <Route path="/rounds">
              <SignedIn>{(membership) => <RoundsPage membership={membership} />}</SignedIn>
            </Route>
            <Route path="/figures">
              <SignedIn>{(membership) => <FiguresPage membership={membership} />}</SignedIn>
            </Route>
            <Route path="/room">
              <SignedIn>{() => <EmptyRoom />}</SignedIn>
            </Route>
            <Route path="/hours">
              <SignedIn>{(membership) => <HoursPage membership={membership} />}</SignedIn>
            </Route>
            <Route path="/coffee">
              <SignedIn>{(membership) => <CoffeePage membership={membership} />}</SignedIn>
            </Route>
            <Route path="/coffee/:id">
              {({ id }) => <SignedIn>{(membership) => <DrawingPage membership={membership} id={id} />}</SignedIn>}
            </Route>
            <Route path="/following">
              <SignedIn>{() => <FollowingPage />}</SignedIn>
            </Route>
            <Route path="/help-desks">
              <SignedIn>{(membership) => <StaffedDoorsPage membership={membership} />}</SignedIn>
            </Route>
            <Route path="/call/:encounterId">
              {({ encounterId }) => <CallRoute encounterId={encounterOf(`/call/${encounterId}`)} />}
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
        <ReportOrBlockHere />
        <Notices />
      </QueryClientProvider>
    </Whole>
  );
}
