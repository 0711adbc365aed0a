using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Platform;
using static KediriLapor.Mobmas.Model.CarRequestStatus;

namespace KediriLapor.Model.Tests.Mobmas;

/// <summary>The life of a request: every pair of statuses is tried, and none but those of the table can be walked.</summary>
public sealed class CarRequestTests
{
    private const string Ward = "35.71.01.1001";
    private const string Pool = "35.71.01";

    private static readonly DateTimeOffset Now = new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero);

    private static readonly Actor Officer = Actor.Anonymous with { Kind = ActorKind.Staff, Name = "Petugas", AccountId = Guid.CreateVersion7(), Permissions = StaffRole.Officer.Permissions(), Agencies = [Ward] };

    [Test]
    public void Nothing_moves_but_along_the_table([Values] CarRequestStatus from, [Values] CarRequestStatus to, [Values] CarWalker who)
    {
        var (request, car, at) = Standing(from);
        var edge = CarRequestEdges.All.FirstOrDefault(one => one.From == from && one.To == to && one.Walkers.HasFlag(who));
        var version = request.Version;
        if (edge is null)
        {
            Assert.That(Assert.Throws<RuleViolation>(() => Walk(request, car, to, who, at))!.Code, Is.EqualTo("move_not_allowed"));
            Assert.That((request.Status, request.Version), Is.EqualTo((from, version)));
            return;
        }

        Assert.That(request.Next(who, at), Does.Contain(to));
        Walk(request, car, to, who, at);
        Assert.That((request.Status, request.Version, request.History[^1].Kind), Is.EqualTo((to, version + 1, edge.Records)));
        Assert.That(request.EndedAt is not null, Is.EqualTo(to is Done or Refused or Cancelled or NoShow));
    }

    [Test]
    public void Every_edge_says_why() => Assert.That(CarRequestEdges.All, Is.Not.Empty.And.All.Matches<CarRequestEdge>(edge => edge.Why.Length > 10));

    [Test]
    public void A_refusal_needs_a_reason_from_the_list_and_a_word()
    {
        Assert.That(Refused(null, "Maaf").Code, Is.EqualTo("reason_required"));
        Assert.That(Refused(CarRefusal.NotDecided, "Maaf").Code, Is.EqualTo("reason_required"), "only the clock says so");
        Assert.That(Refused(CarRefusal.TooFar, null).Code, Is.EqualTo("note_required"));

        static RuleViolation Refused(CarRefusal? reason, string? note) =>
            Assert.Throws<RuleViolation>(() => Standing(Requested).Request.Refuse(reason, note, CarWalker.Officer, Officer, Now))!;
    }

    [Test]
    public void A_car_leaves_at_most_two_hours_before_its_time_and_nobody_is_missed_before_it()
    {
        var (request, _, _) = Standing(Approved);
        Assert.That(request.Next(CarWalker.Officer, request.From - CarRequest.Early - TimeSpan.FromMinutes(1)), Does.Not.Contain(UnderWay));
        Assert.That(request.Next(CarWalker.Officer, request.From - CarRequest.Early), Does.Contain(UnderWay).And.Not.Contain(NoShow));
        Assert.That(request.Next(CarWalker.Officer, request.From), Does.Contain(NoShow));
    }

    [Test]
    public void A_car_has_to_be_in_service_and_to_have_the_seats()
    {
        var request = Standing(Requested, passengers: 6).Request;
        Assert.That(Assert.Throws<RuleViolation>(() => request.Approve(NewCar(seats: 5), null, CarWalker.Officer, Officer, Now))!.Code, Is.EqualTo("too_many_passengers"));
        Assert.That(Assert.Throws<RuleViolation>(() => request.Approve(NewCar(CarState.Maintenance), null, CarWalker.Officer, Officer, Now))!.Code, Is.EqualTo("car_unavailable"));
        Assert.That(request.Status, Is.EqualTo(Requested));
    }

    [Test]
    public void The_odometer_never_goes_back_and_never_leaps()
    {
        var (request, car, at) = Standing(Approved);
        Assert.That(Assert.Throws<RuleViolation>(() => request.Depart(car, "Budi", at, car.Odometer - 1, CarWalker.Officer, Officer, at))!.Code, Is.EqualTo("odometer_back"));
        (request, car, at) = Standing(UnderWay);
        Assert.That(Back(request.Trip!.OdometerOut - 1).Code, Is.EqualTo("odometer_back"));
        Assert.That(Back(request.Trip.OdometerOut + CarTrip.KilometresMax + 1).Code, Is.EqualTo("odometer_jump"));

        RuleViolation Back(int odometer) => Assert.Throws<RuleViolation>(() => request.Return(car, new TripReturn(at, odometer, null, null, null), Done, CarWalker.Officer, Officer, at))!;
    }

    [Test]
    public void A_car_that_is_out_does_not_leave_again()
    {
        var (first, car, at) = Standing(UnderWay);
        var second = Asked(2, first.From);
        second.Approve(car, null, CarWalker.Officer, Officer, Now);
        Assert.That(Assert.Throws<RuleViolation>(() => second.Depart(car, "Budi", at, car.Odometer, CarWalker.Officer, Officer, at))!.Code, Is.EqualTo("car_is_out"));
    }

    [Test]
    public void A_car_that_comes_back_early_is_free_from_then_on()
    {
        var (request, car, at) = Standing(UnderWay);
        request.Return(car, new TripReturn(at.AddMinutes(30), car.Odometer + 12, 5.5m, 55_000, "Ban kempis"), Done, CarWalker.Officer, Officer, at.AddMinutes(31));
        Assert.That((request.TakenUntil, car.OutFor, car.Odometer), Is.EqualTo((at.AddMinutes(30), (Guid?)null, 41_212)));
        Assert.That(request.TakenUntil, Is.LessThan(request.Until));
    }

    [Test]
    public void Who_is_forgotten_leaves_the_figures_behind()
    {
        var (request, _, at) = Standing(Done);
        request.Forget(CarRequestEventKind.Anonymised, Actor.System, at);
        Assert.That((request.Need, request.PickUp, request.Destination, request.Lat), Is.EqualTo(((string?)null, "", "", (double?)null)));
        Assert.That(request.History.Select(e => e.Note), Is.All.Null);
        Assert.That((request.Status, request.Trip!.OdometerIn, request.History[^1].Kind), Is.EqualTo((Done, (int?)41_210, CarRequestEventKind.Anonymised)));
        var version = request.Version;
        request.Forget(CarRequestEventKind.Erased, Actor.Reporter, at);
        Assert.That(request.Version, Is.EqualTo(version), "once is enough");
    }

    [Test]
    public void A_contact_that_was_put_right_is_told_and_moves_nothing()
    {
        var request = Asked(2);
        var (status, version) = (request.Status, request.Version);
        request.HearOfContact(Actor.Reporter, Now);
        Assert.That((request.Status, request.Version, request.History[^1].Kind), Is.EqualTo((status, version + 1, CarRequestEventKind.Corrected)));
    }

    [Test]
    public void A_ride_that_serves_a_report_has_news_of_each_event_until_the_person_is_gone()
    {
        var (alone, served) = (Asked(2), Asked(2, reportId: Guid.CreateVersion7()));
        foreach (var request in new[] { alone, served })
        {
            request.Approve(NewCar(), null, CarWalker.Officer, Officer, Now);
            request.Cancel(null, CarWalker.Requester, Officer, Now);
            request.Forget(CarRequestEventKind.Erased, Actor.Reporter, Now);
            Assert.That((request.ReportId, request.Version), Is.EqualTo(((Guid?)null, 4)), "the tie leads to whoever reported");
        }

        Assert.That(alone.News, Is.Empty);
        Assert.That(served.News.Select(one => one.Version), Is.EqualTo(new[] { 1, 2, 3 }), "of the forgetting there is nothing to tell");
    }

    [Test]
    public void A_car_goes_between_service_and_workshop_with_a_reason_and_never_comes_back_from_retirement()
    {
        var car = NewCar();
        Assert.That(Assert.Throws<RuleViolation>(() => car.Change(car.Facts with { State = CarState.Maintenance }, Officer, Now))!.Code, Is.EqualTo("reason_required"));
        car.Change(car.Facts with { State = CarState.Maintenance, StateReason = "Rem" }, Officer, Now);
        car.Change(car.Facts with { State = CarState.Available }, Officer, Now);
        Assert.That(car.StateReason, Is.Null);
        car.Change(car.Facts with { State = CarState.Retired, StateReason = "Lelang" }, Officer, Now);
        Assert.That(Assert.Throws<RuleViolation>(() => car.Change(car.Facts with { State = CarState.Available }, Officer, Now))!.Code, Is.EqualTo("car_state_move"));
        Assert.That(car.History.Select(e => e.Version), Is.EqualTo(new[] { 1, 2, 3, 4 }));
    }

    private static void Walk(CarRequest request, Car car, CarRequestStatus to, CarWalker who, DateTimeOffset at)
    {
        var back = new TripReturn(at, car.Odometer + 10, null, null, null);
        Action walk = to switch
        {
            Requested => () => request.LeaveToPool(Pool, null, who, Officer, at),
            Approved => () => request.Approve(NewCar(), null, who, Officer, at),
            UnderWay => () => request.Depart(car, "Budi", at, car.Odometer, who, Officer, at),
            Done => () => request.Return(car, back, Done, who, Officer, at),
            NoShow => request.Trip is null ? () => request.MissRequester(null, who, Officer, at) : () => request.Return(car, back, NoShow, who, Officer, at),
            Refused => () => request.Refuse(CarRefusal.NoCar, "Maaf", who, Officer, at),
            Cancelled => () => request.Cancel("Batal", who, Officer, at),
        };
        walk();
    }

    /// <summary>A request in this status, its car, and a time at which all its moves are open.</summary>
    private static (CarRequest Request, Car Car, DateTimeOffset At) Standing(CarRequestStatus status, int passengers = 2)
    {
        var (request, car) = (Asked(passengers), NewCar());
        var at = status is Requested or Refused or Cancelled ? Now : request.From;
        if (status is Approved or UnderWay or Done or NoShow)
        {
            request.Approve(car, null, CarWalker.Officer, Officer, Now);
        }

        if (status is UnderWay or Done)
        {
            request.Depart(car, "Budi", at, car.Odometer, CarWalker.Officer, Officer, at);
        }

        if (status is Done)
        {
            request.Return(car, new TripReturn(at, car.Odometer + 10, null, null, null), Done, CarWalker.Officer, Officer, at);
        }

        if (status is NoShow)
        {
            request.MissRequester(null, CarWalker.Officer, Officer, at);
        }

        if (status is Refused)
        {
            request.Refuse(CarRefusal.NoCar, "Maaf", CarWalker.Officer, Officer, at);
        }

        if (status is Cancelled)
        {
            request.Cancel(null, CarWalker.Requester, Officer, at);
        }

        return (request, car, at);
    }

    private static CarRequest Asked(int passengers, DateTimeOffset? from = null, Guid? reportId = null)
    {
        var start = from ?? Now.AddDays(1);
        return CarRequest.Submit(
            new CarWish(Ward, CarPurpose.Health, "Kontrol", new TimeSlot(start, start.AddHours(2)), "Gang 2", "RSUD", passengers, -7.8, 112.0, reportId), Ward, [1], CarRequestChannel.Web, Actor.Reporter, Now);
    }

    private static Car NewCar(CarState state = CarState.Available, int seats = 7) => Car.Add(
        Guid.CreateVersion7(), new CarFacts("AG 1 AA", "Mobil", Ward, seats, 41_200, state, state == CarState.Available ? null : "Rem", null, null, null), Officer, Now);
}
