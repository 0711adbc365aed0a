using KediriLapor.Accounts;
using KediriLapor.Deadlines;

namespace KediriLapor.Reports.Model;

/// <content>What a reporter adds without having been asked.</content>
public sealed partial class Report
{
    /// <summary>For those who handle the report; it moves nothing, and is the reporter's to have forgotten.</summary>
    public void Remark(string words, Actor reporter, ServiceTerms terms, DateTimeOffset now) => Record(ReportEventType.Noted, reporter, terms, now, new Words(Internal: words));
}
