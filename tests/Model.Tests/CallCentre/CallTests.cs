using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Platform;

namespace KediriLapor.Model.Tests.CallCentre;

public sealed class CallTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private static readonly Actor Taker = Actor.System with { AccountId = Guid.CreateVersion7(), Name = "Operator 112" };

    private static readonly Actor Reviewer = Actor.System with { AccountId = Guid.CreateVersion7(), Name = "Verifikator" };

    private static readonly CallFacts Nothing = new(null, null, null, null);

    [Test]
    public void An_undone_key_stays_in_the_history()
    {
        var call = Logged(CallKind.Prank);
        call.Correct(CallKind.Mistake, Nothing, null, "Salah tekan", Taker, Now.AddSeconds(3));
        Assert.That(call.History.Select(change => (change.Version, change.Kind, change.From)), Is.EqualTo(new[] { (1, CallKind.Prank, (CallKind?)null), (2, CallKind.Mistake, CallKind.Prank) }));
    }

    [Test]
    public void After_the_shift_a_call_is_evidence()
    {
        var call = Logged(CallKind.Prank);
        Assert.That(() => call.Correct(CallKind.Ghost, Nothing, null, null, Taker, Now.AddHours(13)), Refuses("call_shift_over"));
    }

    [Test]
    public void What_led_to_help_is_never_called_noise_afterwards([Values] CallKind kind)
    {
        var (helped, reported) = (Logged(CallKind.Prank), Logged(CallKind.Information));
        helped.JoinDispatch(Guid.CreateVersion7(), Taker, Now);
        reported.BecomeReport(Guid.CreateVersion7(), Taker, Now);
        Assert.That((helped.Kind, reported.Kind), Is.EqualTo((CallKind.Emergency, CallKind.Complaint)), "a call that needs help is one, whatever was pressed");
        if (kind != CallKind.Emergency)
        {
            Assert.That(() => helped.Correct(kind, Nothing, null, null, Taker, Now), Refuses("call_has_outcome"));
        }

        if (kind is not (CallKind.Complaint or CallKind.Emergency))
        {
            Assert.That(() => reported.Correct(kind, Nothing, null, null, Taker, Now), Refuses("call_has_outcome"));
        }
    }

    [Test]
    public void A_key_pressed_on_a_bad_line_keeps_its_time_and_a_clock_that_is_wrong_is_told()
    {
        Assert.That(Call.Log(CallKind.Ghost, Nothing, null, Taker, Now.AddMinutes(-20), Now).At, Is.EqualTo(Now.AddMinutes(-20)));
        Assert.That(Call.Log(CallKind.Ghost, Nothing, null, Taker, Now.AddSeconds(50), Now).At, Is.EqualTo(Now), "a desk whose clock is a little fast");
        Assert.That(() => Call.Log(CallKind.Ghost, Nothing, null, Taker, Now.AddHours(1), Now), Refuses("out_of_range"));
        Assert.That(() => Call.Log(CallKind.Ghost, Nothing, null, Taker, Now.AddDays(-2), Now), Refuses("out_of_range"));
    }

    [Test]
    public void A_mark_rests_on_two_pranks_of_one_number_and_ends_by_itself()
    {
        var mark = Marked();
        Assert.That((mark.Holds(Now.AddDays(29)), mark.Holds(Now.AddDays(30))), Is.EqualTo((true, false)));
        Assert.That(() => CallerMark.Set(MarkKind.Prank, [Logged(CallKind.Prank)], "x", null, Taker, Now), Refuses("evidence_needed"));
        Assert.That(() => CallerMark.Set(MarkKind.Prank, [Logged(CallKind.Prank), Logged(CallKind.Ghost)], "x", null, Taker, Now), Refuses("evidence_not_prank"));
        Assert.That(() => CallerMark.Set(MarkKind.Prank, [Logged(CallKind.Prank), Logged(CallKind.Prank, 2)], "x", null, Taker, Now), Refuses("evidence_of_another"));
        Assert.That(() => CallerMark.Set(MarkKind.Prank, [Logged(CallKind.Prank, null), Logged(CallKind.Prank, null)], "x", null, Taker, Now), Refuses("evidence_of_another"));
    }

    [Test]
    public void A_mark_is_judged_by_somebody_else_while_it_holds()
    {
        Assert.That(() => Marked().Judge(MarkReview.Confirmed, "Benar", null, Taker, Now), Refuses("own_mark"));
        Assert.That(() => Marked().Judge(MarkReview.Pending, "Belum", null, Reviewer, Now), Refuses("unknown_value"));
        Assert.That(() => Marked().Judge(MarkReview.Confirmed, "Lama", null, Reviewer, Now.AddDays(31)), Refuses("mark_over"));

        var (shortened, lifted) = (Marked(), Marked());
        shortened.Judge(MarkReview.Confirmed, "Seminggu cukup", 7, Reviewer, Now);
        Assert.That((shortened.ExpiresAt, shortened.Version), Is.EqualTo((Now.AddDays(7), 2)));
        lifted.Judge(MarkReview.Lifted, "Ternyata benar", null, Reviewer, Now);
        Assert.That(lifted.Holds(Now), Is.False);
    }

    private static CallerMark Marked() => CallerMark.Set(MarkKind.Prank, [Logged(CallKind.Prank), Logged(CallKind.Prank)], "Dua kali", null, Taker, Now);

    private static Call Logged(CallKind kind, byte? number = 1) =>
        Call.Log(kind, Nothing, number is { } n ? new CallerNumber([n], [n], "890") : null, Taker, null, Now);

    private static NUnit.Framework.Constraints.EqualStringConstraint Refuses(string code) => Throws.InstanceOf<RuleViolation>().With.Property("Code").EqualTo(code);
}
