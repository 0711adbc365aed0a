using KediriLapor.Accounts;
using KediriLapor.Deadlines;

namespace KediriLapor.Reports.Model;

/// <content>A report that a work of its ward answers follows that work to its end; its reporter hears of each stage.</content>
public sealed partial class Report
{
    /// <summary>Whether it may begin to follow a work: it stands for itself, and nobody has ended it.</summary>
    public static bool MayFollowWork(ReportStatus status, Guid? mergedInto) => status != ReportStatus.Closed && mergedInto is null;

    /// <summary>What is closed for another reason than that it was done has no work to wait for.</summary>
    public bool HearsOfWork => Status != ReportStatus.Closed || Outcome == Model.Outcome.Fixed;

    /// <param name="work">Its title.</param>
    /// <param name="stage">In Indonesian.</param>
    public void JoinWork(string work, string stage, Actor actor, ServiceTerms terms, DateTimeOffset now) =>
        Record(ReportEventType.WorkLinked, actor, terms, now, new Words(Public: $"Laporan ini dijawab dengan pekerjaan Merata “{work}” (tahap: {stage})."));

    /// <param name="why">Why it went back, or is not going to be built; else null.</param>
    public void HearOfWork(string work, string stage, string? why, Actor actor, ServiceTerms terms, DateTimeOffset now) =>
        Record(ReportEventType.WorkMoved, actor, terms, now, new Words(Public: $"Pekerjaan “{work}” kini pada tahap: {stage}.{(why is null ? "" : $" Alasan: {why}")}"));

    public void LeaveWork(string work, string why, Actor actor, ServiceTerms terms, DateTimeOffset now) =>
        Record(ReportEventType.WorkUnlinked, actor, terms, now, new Words(Public: $"Laporan ini tidak lagi terkait dengan pekerjaan “{work}”. Alasan: {why}"));
}
