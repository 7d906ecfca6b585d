/** @file Every screen by its address; each is fetched when it is first opened. */
import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { LoadingState } from '#renderer/components/query-state.tsx';
import { NothingHere } from './nothing-here.tsx';
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
const MeetingCalendar = screen(
  () => import('#renderer/features/meetings/calendar-screen.tsx'),
  'MeetingCalendarScreen',
);
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
const IssueList = screen(() => import('#renderer/features/issues/issue-list-screen.tsx'), 'IssueListScreen');
const IssueForm = screen(() => import('#renderer/features/issues/issue-form-screen.tsx'), 'IssueFormScreen');
const Issue = screen(() => import('#renderer/features/issues/issue-screen.tsx'), 'IssueScreen');
const ActionList = screen(() => import('#renderer/features/actions/action-list-screen.tsx'), 'ActionListScreen');
const Action = screen(() => import('#renderer/features/actions/action-screen.tsx'), 'ActionScreen');
const Promises = screen(() => import('#renderer/features/actions/promises-screen.tsx'), 'PromisesScreen');
const SiteList = screen(() => import('#renderer/features/holdings/site-list-screen.tsx'), 'SiteListScreen');
const SiteForm = screen(() => import('#renderer/features/holdings/site-form-screen.tsx'), 'SiteFormScreen');
const Site = screen(() => import('#renderer/features/holdings/site-screen.tsx'), 'SiteScreen');
const AssetList = screen(() => import('#renderer/features/holdings/asset-list-screen.tsx'), 'AssetListScreen');
const AssetForm = screen(() => import('#renderer/features/holdings/asset-form-screen.tsx'), 'AssetFormScreen');
const Asset = screen(() => import('#renderer/features/holdings/asset-screen.tsx'), 'AssetScreen');
const Holding = screen(() => import('#renderer/features/holdings/holding-screen.tsx'), 'HoldingScreen');
const Handover = screen(() => import('#renderer/features/holdings/handover-screen.tsx'), 'HandoverScreen');
const Check = screen(() => import('#renderer/features/holdings/check-screen.tsx'), 'CheckScreen');
const Incident = screen(() => import('#renderer/features/holdings/incident-screen.tsx'), 'IncidentScreen');
const Import = screen(() => import('#renderer/features/imports/import-screen.tsx'), 'ImportScreen');
const Coverage = screen(() => import('#renderer/features/coverage/coverage-screen.tsx'), 'CoverageScreen');
const Figures = screen(() => import('#renderer/features/figures/figures-screen.tsx'), 'FiguresScreen');
const PlanList = screen(() => import('#renderer/features/plans/plan-list-screen.tsx'), 'PlanListScreen');
const PlanForm = screen(() => import('#renderer/features/plans/plan-form-screen.tsx'), 'PlanFormScreen');
const Plan = screen(() => import('#renderer/features/plans/plan-screen.tsx'), 'PlanScreen');
const PlanReview = screen(() => import('#renderer/features/plans/review-form-screen.tsx'), 'PlanReviewScreen');
const PlanCompare = screen(() => import('#renderer/features/plans/compare-screen.tsx'), 'PlanCompareScreen');
const MappingList = screen(() => import('#renderer/features/mappings/mapping-list-screen.tsx'), 'MappingListScreen');
const MappingForm = screen(() => import('#renderer/features/mappings/mapping-form-screen.tsx'), 'MappingFormScreen');
const Mapping = screen(() => import('#renderer/features/mappings/mapping-screen.tsx'), 'MappingScreen');
const MappingRounds = screen(() => import('#renderer/features/mappings/rounds-screen.tsx'), 'RoundsScreen');
const DisputeList = screen(() => import('#renderer/features/disputes/dispute-list-screen.tsx'), 'DisputeListScreen');
const DisputeForm = screen(() => import('#renderer/features/disputes/dispute-form-screen.tsx'), 'DisputeFormScreen');
const Dispute = screen(() => import('#renderer/features/disputes/dispute-screen.tsx'), 'DisputeScreen');
const Exchange = screen(() => import('#renderer/features/exchange/exchange-screen.tsx'), 'ExchangeScreen');
const Paper = screen(() => import('./paper-route.tsx'), 'PaperRoute');
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
          <Route path="/meetings/calendar">{() => <MeetingCalendar />}</Route>
          <Route path="/meetings/new">{() => <MeetingForm />}</Route>
          <Route path="/meetings/:id">{({ id }) => <Meeting id={id} />}</Route>
          <Route path="/meetings/:id/edit">{({ id }) => <MeetingForm id={id} />}</Route>
          <Route path="/forums/:id/trainings">{({ id }) => <TrainingList forumId={id} />}</Route>
          <Route path="/trainings">{() => <TrainingList />}</Route>
          <Route path="/trainings/new">{() => <TrainingForm />}</Route>
          <Route path="/trainings/:id">{({ id }) => <Training id={id} />}</Route>
          <Route path="/trainings/:id/edit">{({ id }) => <TrainingForm id={id} />}</Route>
          <Route path="/trainings/:id/results">{({ id }) => <TrainingResults id={id} />}</Route>
          <Route path="/trainings/:id/follow-up">{({ id }) => <TrainingFollowUp id={id} />}</Route>
          <Route path="/forums/:id/issues">{({ id }) => <IssueList forumId={id} />}</Route>
          <Route path="/forums/:id/issues/new">{({ id }) => <IssueForm forumId={id} />}</Route>
          <Route path="/forums/:id/promises">{({ id }) => <Promises forumId={id} />}</Route>
          <Route path="/issues">{() => <IssueList />}</Route>
          <Route path="/issues/new">{() => <IssueForm />}</Route>
          <Route path="/issues/:id">{({ id }) => <Issue id={id} />}</Route>
          <Route path="/issues/:id/edit">{({ id }) => <IssueForm id={id} />}</Route>
          <Route path="/actions">{() => <ActionList />}</Route>
          <Route path="/actions/:id">{({ id }) => <Action id={id} />}</Route>
          <Route path="/promises">{() => <Promises />}</Route>
          <Route path="/sites">{() => <SiteList />}</Route>
          <Route path="/sites/new">{() => <SiteForm />}</Route>
          <Route path="/sites/:id">{({ id }) => <Site id={id} />}</Route>
          <Route path="/sites/:id/edit">{({ id }) => <SiteForm id={id} />}</Route>
          <Route path="/assets">{() => <AssetList />}</Route>
          <Route path="/assets/new">{() => <AssetForm />}</Route>
          <Route path="/assets/:id">{({ id }) => <Asset id={id} />}</Route>
          <Route path="/assets/:id/edit">{({ id }) => <AssetForm id={id} />}</Route>
          <Route path="/holdings/:id">{({ id }) => <Holding id={id} />}</Route>
          <Route path="/holdings/:id/hand-over">{({ id }) => <Handover id={id} />}</Route>
          <Route path="/holdings/:id/hand-over/:entry">
            {({ id, entry }) => <Handover id={id} corrects={entry} />}
          </Route>
          <Route path="/holdings/:id/check">{({ id }) => <Check id={id} />}</Route>
          <Route path="/holdings/:id/check/:entry">{({ id, entry }) => <Check id={id} corrects={entry} />}</Route>
          <Route path="/holdings/:id/report">{({ id }) => <Incident id={id} />}</Route>
          <Route path="/holdings/:id/report/:entry">{({ id, entry }) => <Incident id={id} corrects={entry} />}</Route>
          <Route path="/import/members/:id">{({ id }) => <Import kind="members" forumId={id} />}</Route>
          <Route path="/import/meetings">{() => <Import kind="meetings" />}</Route>
          <Route path="/import/trainings">{() => <Import kind="trainings" />}</Route>
          <Route path="/import/assets">{() => <Import kind="assets" />}</Route>
          <Route path="/coverage">{() => <Coverage />}</Route>
          <Route path="/figures">{() => <Figures />}</Route>
          <Route path="/forums/:id/plans">{({ id }) => <PlanList forumId={id} />}</Route>
          <Route path="/forums/:id/plans/new">{({ id }) => <PlanForm forumId={id} />}</Route>
          <Route path="/plans">{() => <PlanList />}</Route>
          <Route path="/plans/new">{() => <PlanForm />}</Route>
          <Route path="/plans/:id">{({ id }) => <Plan id={id} />}</Route>
          <Route path="/plans/:id/edit">{({ id }) => <PlanForm id={id} />}</Route>
          <Route path="/plans/:id/review">{({ id }) => <PlanReview id={id} />}</Route>
          <Route path="/plans/:id/compare">{({ id }) => <PlanCompare id={id} />}</Route>
          <Route path="/forums/:id/mappings">{({ id }) => <MappingList forumId={id} />}</Route>
          <Route path="/mappings">{() => <MappingList />}</Route>
          <Route path="/mappings/new">{() => <MappingForm />}</Route>
          <Route path="/mappings/:id">{({ id }) => <Mapping id={id} />}</Route>
          <Route path="/mappings/:id/edit">{({ id }) => <MappingForm id={id} />}</Route>
          <Route path="/mappings/rounds/:place">{({ place }) => <MappingRounds place={place} />}</Route>
          <Route path="/mappings/rounds/:place/:forumId">
            {({ place, forumId }) => <MappingRounds place={place} forumId={forumId} />}
          </Route>
          <Route path="/disputes">{() => <DisputeList />}</Route>
          <Route path="/disputes/new">{() => <DisputeForm />}</Route>
          <Route path="/disputes/:id">{({ id }) => <Dispute id={id} />}</Route>
          <Route path="/disputes/:id/edit">{({ id }) => <DisputeForm id={id} />}</Route>
          <Route path="/disputes/:id/:tab">{({ id, tab }) => <Dispute id={id} tab={tab} />}</Route>
          <Route path="/exchange">{() => <Exchange />}</Route>
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
          <Route path="/papers/:kind/:language/:of/:part?">{(address) => <Paper {...address} />}</Route>
          <Route path="/sheet/:kind/:language/:of/:part?">{(address) => <Paper {...address} alone />}</Route>
          <Route>{() => <NothingHere />}</Route>
        </Switch>
      </Suspense>
    </ScreenBoundary>
  );
}
