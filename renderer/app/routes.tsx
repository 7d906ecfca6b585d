/** @file Every screen by its address; each is fetched when it is first opened. */
import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch, useLocation } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LoadingState } from '#renderer/components/query-state.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';

/** Screens are named exports; `React.lazy` wants a default one. */
function screen<P, K extends string>(
  load: () => Promise<Record<K, ComponentType<P>>>,
  name: K,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: (await load())[name] }));
}

const Home = screen(() => import('#renderer/features/home/home-screen.tsx'), 'HomeScreen');
const ForumList = screen(() => import('#renderer/features/forums/forum-list-screen.tsx'), 'ForumListScreen');
const ForumForm = screen(() => import('#renderer/features/forums/forum-form-screen.tsx'), 'ForumFormScreen');
const Forum = screen(() => import('#renderer/features/forums/forum-screen.tsx'), 'ForumScreen');
const MeetingList = screen(() => import('#renderer/features/meetings/meeting-list-screen.tsx'), 'MeetingListScreen');
const MeetingForm = screen(() => import('#renderer/features/meetings/meeting-form-screen.tsx'), 'MeetingFormScreen');
const Meeting = screen(() => import('#renderer/features/meetings/meeting-screen.tsx'), 'MeetingScreen');
const TrainingList = screen(
  () => import('#renderer/features/trainings/training-list-screen.tsx'),
  'TrainingListScreen',
);
const TrainingForm = screen(
  () => import('#renderer/features/trainings/training-form-screen.tsx'),
  'TrainingFormScreen',
);
const TrainingResults = screen(
  () => import('#renderer/features/trainings/results-form-screen.tsx'),
  'ResultsFormScreen',
);
const TrainingFollowUp = screen(
  () => import('#renderer/features/trainings/follow-up-form-screen.tsx'),
  'FollowUpFormScreen',
);
const Training = screen(() => import('#renderer/features/trainings/training-screen.tsx'), 'TrainingScreen');
const DisputeList = screen(() => import('#renderer/features/disputes/dispute-list-screen.tsx'), 'DisputeListScreen');
const DisputeForm = screen(() => import('#renderer/features/disputes/dispute-form-screen.tsx'), 'DisputeFormScreen');
const Dispute = screen(() => import('#renderer/features/disputes/dispute-screen.tsx'), 'DisputeScreen');
const Exchange = screen(() => import('#renderer/features/exchange/exchange-screen.tsx'), 'ExchangeScreen');
const Waybill = screen(() => import('#renderer/features/exchange/waybill-screen.tsx'), 'WaybillScreen');
const Enrolment = screen(() => import('#renderer/features/enrolment/enrolment-screen.tsx'), 'EnrolmentScreen');
const Offices = screen(() => import('#renderer/features/offices/offices-screen.tsx'), 'OfficesScreen');
const AcceptOffice = screen(() => import('#renderer/features/offices/accept-office-screen.tsx'), 'AcceptOfficeScreen');
const Office = screen(() => import('#renderer/features/offices/office-screen.tsx'), 'OfficeScreen');
const BlockComputer = screen(() => import('#renderer/features/offices/block-screen.tsx'), 'BlockScreen');
const Transfers = screen(() => import('#renderer/features/transfers/transfers-screen.tsx'), 'TransfersScreen');
const LostComputer = screen(() => import('#renderer/features/help/lost-computer-screen.tsx'), 'LostComputerScreen');
const Conflicts = screen(() => import('./conflicts-route.tsx'), 'ConflictsRoute');
const WriteFile = screen(() => import('#renderer/features/sticks/write-screen.tsx'), 'WriteScreen');
const TakeIn = screen(() => import('#renderer/features/sticks/take-in-screen.tsx'), 'TakeInScreen');
const Users = screen(() => import('#renderer/features/users/users-screen.tsx'), 'UsersScreen');
const UserForm = screen(() => import('#renderer/features/users/user-form-screen.tsx'), 'UserFormScreen');
const Reference = screen(() => import('#renderer/features/reference/reference-screen.tsx'), 'ReferenceScreen');
const Rules = screen(() => import('#renderer/features/reference/rules-screen.tsx'), 'RulesScreen');
const Partners = screen(() => import('#renderer/features/reference/partners-screen.tsx'), 'PartnersScreen');
const Partner = screen(() => import('#renderer/features/reference/partner-screen.tsx'), 'PartnerScreen');
const PartnerForm = screen(() => import('#renderer/features/reference/partner-form-screen.tsx'), 'PartnerFormScreen');
const Places = screen(() => import('#renderer/features/reference/places-screen.tsx'), 'PlacesScreen');
const Place = screen(() => import('#renderer/features/reference/place-screen.tsx'), 'PlaceScreen');
const PlaceForm = screen(() => import('#renderer/features/reference/place-form-screen.tsx'), 'PlaceFormScreen');
const Settings = screen(() => import('#renderer/features/settings/settings-screen.tsx'), 'SettingsScreen');
const Backup = screen(() => import('#renderer/features/backup/backup-screen.tsx'), 'BackupScreen');
const Audit = screen(() => import('#renderer/features/audit/audit-screen.tsx'), 'AuditScreen');
const About = screen(() => import('#renderer/features/about/about-screen.tsx'), 'AboutScreen');

export function ScreenRoutes() {
  const [location] = useLocation();
  return (
    <ScreenBoundary key={location}>
      <Suspense fallback={<LoadingState />}>
        <Switch>
          <Route path="/">{() => <Home />}</Route>
          <Route path="/forums">{() => <ForumList />}</Route>
          <Route path="/forums/new">{() => <ForumForm />}</Route>
          <Route path="/forums/:id">{({ id }) => <Forum id={id} />}</Route>
          <Route path="/forums/:id/edit">{({ id }) => <ForumForm id={id} />}</Route>
          <Route path="/forums/:id/meetings">{({ id }) => <MeetingList forumId={id} />}</Route>
          <Route path="/forums/:id/meetings/new">{({ id }) => <MeetingForm forumId={id} />}</Route>
          <Route path="/meetings">{() => <MeetingList />}</Route>
          <Route path="/meetings/new">{() => <MeetingForm />}</Route>
          <Route path="/meetings/:id">{({ id }) => <Meeting id={id} />}</Route>
          <Route path="/meetings/:id/edit">{({ id }) => <MeetingForm id={id} />}</Route>
          <Route path="/trainings">{() => <TrainingList />}</Route>
          <Route path="/trainings/new">{() => <TrainingForm />}</Route>
          <Route path="/trainings/:id">{({ id }) => <Training id={id} />}</Route>
          <Route path="/trainings/:id/edit">{({ id }) => <TrainingForm id={id} />}</Route>
          <Route path="/trainings/:id/results">{({ id }) => <TrainingResults id={id} />}</Route>
          <Route path="/trainings/:id/follow-up">{({ id }) => <TrainingFollowUp id={id} />}</Route>
          <Route path="/disputes">{() => <DisputeList />}</Route>
          <Route path="/disputes/new">{() => <DisputeForm />}</Route>
          <Route path="/disputes/:id">{({ id }) => <Dispute id={id} />}</Route>
          <Route path="/disputes/:id/edit">{({ id }) => <DisputeForm id={id} />}</Route>
          <Route path="/exchange">{() => <Exchange />}</Route>
          <Route path="/exchange/waybill/:node/:number">
            {({ node, number }) => <Waybill node={node} number={number} />}
          </Route>
          <Route path="/exchange/write">{() => <WriteFile />}</Route>
          <Route path="/exchange/write/:device">{({ device }) => <WriteFile device={device} />}</Route>
          <Route path="/exchange/take-in">{() => <TakeIn />}</Route>
          <Route path="/enrolment">{() => <Enrolment />}</Route>
          <Route path="/offices">{() => <Offices />}</Route>
          <Route path="/offices/new">{() => <AcceptOffice />}</Route>
          <Route path="/offices/:node">{({ node }) => <Office node={node} />}</Route>
          <Route path="/offices/:node/block/:device">
            {({ node, device }) => <BlockComputer node={node} device={device} />}
          </Route>
          <Route path="/transfers">{() => <Transfers />}</Route>
          <Route path="/help/lost-computer">{() => <LostComputer />}</Route>
          <Route path="/conflicts">{() => <Conflicts />}</Route>
          <Route path="/users">{() => <Users />}</Route>
          <Route path="/users/new">{() => <UserForm />}</Route>
          <Route path="/users/:id">{({ id }) => <UserForm id={id} />}</Route>
          <Route path="/reference">{() => <Reference />}</Route>
          <Route path="/reference/rules">{() => <Rules />}</Route>
          <Route path="/reference/partners">{() => <Partners />}</Route>
          <Route path="/reference/partners/new">{() => <PartnerForm />}</Route>
          <Route path="/reference/partners/:id">{({ id }) => <Partner id={id} />}</Route>
          <Route path="/reference/partners/:id/edit">{({ id }) => <PartnerForm id={id} />}</Route>
          <Route path="/reference/places">{() => <Places />}</Route>
          <Route path="/reference/places/new">{() => <PlaceForm />}</Route>
          <Route path="/reference/places/:id">{({ id }) => <Place id={id} />}</Route>
          <Route path="/reference/places/:id/edit">{({ id }) => <PlaceForm id={id} />}</Route>
          <Route path="/settings">{() => <Settings />}</Route>
          <Route path="/backup">{() => <Backup />}</Route>
          <Route path="/audit">{() => <Audit />}</Route>
          <Route path="/about">{() => <About />}</Route>
          <Route>{() => <NothingHere />}</Route>
        </Switch>
      </Suspense>
    </ScreenBoundary>
  );
}

function NothingHere() {
  const { t } = useTranslation();
  return <EmptyState title={t('home:nothingHere.title')} text={t('home:nothingHere.text')} />;
}
