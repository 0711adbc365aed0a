using KediriLapor.Accounts;
using KediriLapor.Deadlines;

namespace KediriLapor.Reports.Model;

/// <content>Whoever handles a report is told how the car that its reporter was promised fares.</content>
public sealed partial class Report
{
    /// <param name="words">What happened, in Indonesian, with nobody's name; for colleagues, since the requester is told by the page of the request.</param>
    public void HearOfCar(string words, Actor actor, ServiceTerms terms, DateTimeOffset now) => Record(ReportEventType.Noted, actor, terms, now, new Words(Internal: words));
}
