using System.Text;
using KediriLapor.Accounts;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>
/// Who may move a report from where to where, as tables that a person can read: <c>transitions.md</c> beside this file, made from
/// the edges, the permissions and the model. A difference is a decision; <c>UPDATE_GOLDEN=1 dotnet test tests/Model.Tests</c> writes it down.
/// </summary>
public class TransitionTable
{
    private const string Own = "DPUPR";
    private const string Other = "DLHKP";
    private const string Outside = "PLN";

    /// <summary>Everybody who can meet a report, by what they hold, and whose report it is once anybody has it.</summary>
    private static readonly (string Title, Actor Actor, string Holder)[] Roles =
    [
        ("Reporter", Actor.Reporter, Own),
        .. Enum.GetValues<StaffRole>().SelectMany(role => new[]
        {
            ($"{role} of the agency that has it", Staff(role), Own), ($"{role} of another agency", Staff(role), Other), ($"{role}, while an outside agency has it", Staff(role), Outside),
        }),
        ("Clock", Actor.System, Own),
        ("Anybody", Actor.Anonymous, Own),
    ];

    /// <summary>What one does with a report without moving it.</summary>
    private static readonly (string Name, Action<Story, Walker, Actor> Do)[] Acts =
    [
        ("note", (story, roles, actor) => story.Report.Note(new Words(Public: "Kami periksa."), roles, actor, Story.Ordinary, story.Now)),
        // the door of the secret is its permission
        ("rating", (story, roles, _) => story.Report.Rate(roles.HasFlag(Walker.Reporter) ? 5 : throw new Platform.RuleViolation("not_found"), [], null, Story.Ordinary, story.Now)),
        ("merge", (story, roles, actor) => story.Report.MergeInto(Story.InProgress().Report, carries: false, roles, actor, Story.Ordinary, Story.Ordinary, story.Now)),
        ("separate", (story, roles, actor) =>
        {
            var survivor = story.Report.MergedInto is null ? throw new Platform.RuleViolation("not_merged") : Story.InProgress().Report;
            story.Report.SeparateFrom(survivor, roles, actor, Story.Ordinary, Story.Ordinary, story.Now);
        }),
        ("split", (story, roles, actor) => story.Report.Split(roles, actor, Story.Ordinary, story.Now)),
    ];

    [Test]
    public void The_table_that_people_read_is_what_the_model_does()
    {
        var path = Repository.Path("tests/Model.Tests/Reports/transitions.md");
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo(drawn), "UPDATE_GOLDEN=1 dotnet test tests/Model.Tests redraws it");
    }

    [Test]
    public void Every_cell_that_moves_is_walked_by_the_model_and_every_empty_one_is_refused()
    {
        foreach (var (title, actor, holder) in Roles)
        {
            foreach (var (situation, to) in from situation in Situation.All from to in Enum.GetValues<ReportStatus>() select (situation, to))
            {
                var story = situation.Tell();
                var roles = RolesOf(actor, holder, story.Report.AgencyCode);
                var open = story.Report.State.Moves(roles, story.Now).Where(edge => edge.To == to).ToArray();
                var moved = Try(() => story.To(to, roles, story.Generous(to, roles)));
                var handed = to == ReportStatus.Routed && Try(() => situation.Tell().Disposisi("DISHUB", roles));
                Assert.That(moved, Is.EqualTo(open.Any(edge => !edge.Demands.HasFlag(Demand.Agency))), $"{title}: {situation} -> {to}");
                Assert.That(handed, Is.EqualTo(open.Any(edge => edge.Demands.HasFlag(Demand.Agency))), $"{title}: {situation} -> {to} by disposisi");
            }
        }
    }

    private static string Draw()
    {
        var text = new StringBuilder("""
            # Who may move a report from where to where

            Generated from the table of edges, the permissions of each role, and the model; do not edit, see `TransitionTable.cs`.

            A row is a report's situation, a column the status it would come to, or what is done with it where it stands: a note, the reporter's rating, merging it into
            another report, separating it from that, splitting it. A cell is empty where the move is refused. Otherwise it says
            what has to come with the move, or `yes` when nothing has to:
            **note** a word to the reporter, **why** a word to colleagues, **reason** one from the list, **photo** of the finished work where the
            service asks for one, **date** of the planned work, **disposisi** the agency that is to act, by `POST …/disposisi`.
            Where several ways lead to one status they are parted by "or". Roles of one table may do exactly the same.

            """.ReplaceLineEndings("\n"));
        foreach (var table in Roles.Select(role => (role.Title, Rows: Table(role.Actor, role.Holder))).GroupBy(role => role.Rows, role => role.Title))
        {
            text.Append('\n').AppendJoin("\n", table.Select(title => $"## {title}")).Append("\n\n").Append(table.Key);
        }

        return text.ToString();
    }

    private static string Table(Actor actor, string holder)
    {
        var statuses = Enum.GetValues<ReportStatus>();
        var rows = Situation.All.Select(situation => (situation.Name, Cells: (string[])
        [
            .. statuses.Select(to => Cell(situation, to, actor, holder)),
            .. Acts.Select(act => Does(act.Do, situation, actor, holder) ? "yes" : ""),
        ])).ToArray();
        if (rows.All(row => row.Cells.All(cell => cell.Length == 0)))
        {
            return "Moves nothing.\n";
        }

        string[] columns = [.. statuses.Select(status => $"{status}"), .. Acts.Select(act => act.Name)];
        var head = $"| | {string.Join(" | ", columns)} |\n|---|{string.Concat(columns.Select(_ => "---|"))}\n";
        return head + string.Concat(rows.Select(row => $"| {row.Name} | {string.Join(" | ", row.Cells)} |\n"));
    }

    private static bool Does(Action<Story, Walker, Actor> act, Situation situation, Actor actor, string holder)
    {
        var story = situation.Tell();
        return Try(() => act(story, RolesOf(actor, holder, story.Report.AgencyCode), actor));
    }

    private static string Cell(Situation situation, ReportStatus to, Actor actor, string holder)
    {
        var story = situation.Tell();
        var moves = story.Report.State.Moves(RolesOf(actor, holder, story.Report.AgencyCode), story.Now).Where(edge => edge.To == to);
        return string.Join(" or ", moves.Select(edge => Needs(edge.Demands)).Distinct());
    }

    private static string Needs(Demand demands)
    {
        var words = Enum.GetValues<Demand>().Where(demand => demand != Demand.None && demands.HasFlag(demand)).Select(demand => demand switch
        {
            Demand.PublicNote => "note",
            Demand.InternalNote => "why",
            Demand.Reason => "reason",
            Demand.Photo => "photo",
            Demand.Date => "date",
            Demand.Agency => "disposisi",
            _ => throw new NotSupportedException($"{demand} is new: give it a word here and in the legend."),
        }).ToArray();
        return words.Length == 0 ? "yes" : string.Join(" + ", words);
    }

    /// <summary>Whichever agency the story gave the report to, the table's holder stands for it.</summary>
    private static Walker RolesOf(Actor actor, string holder, string? agencyCode) =>
        ReportEdges.RolesOf(actor, agencyCode is null ? null : holder, agencyCode is not null && holder == Outside);

    private static Actor Staff(StaffRole role) => new(ActorKind.Staff, Guid.Empty, "Petugas", Own, role.Permissions(), [Own]);

    private static bool Try(Action move)
    {
        try
        {
            move();
            return true;
        }
        catch (Platform.RuleViolation)
        {
            return false;
        }
    }
}
