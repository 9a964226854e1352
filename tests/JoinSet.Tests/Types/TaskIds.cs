using System.Globalization;
using Xunit;

namespace JoinSets.Tests.Types;

public sealed class TaskIds
{
    private readonly TaskId _first;
    private readonly TaskId _second;

    public TaskIds()
    {
#pragma warning disable JOIN001 // only the ids are wanted
        var set = new JoinSet<int>();
#pragma warning restore JOIN001
        _first = set.Add(Task.FromResult(1)).Id;
        _second = set.Add(Task.FromResult(2)).Id;
    }

    [Fact]
    public void Equals_SameAndOther_TellsThemApart()
    {
        TaskId copy = _first;

        Assert.True(_first.Equals(copy));
        Assert.True(_first.Equals((object)copy));
        Assert.True(_first == copy);
        Assert.False(_first != copy);
        Assert.Equal(_first.GetHashCode(), copy.GetHashCode());
        Assert.False(_first.Equals(_second));
        Assert.False(_first.Equals((object)_second));
        Assert.False(_first.Equals("1"));
        Assert.False(_first.Equals(null));
        Assert.False(_first == _second);
        Assert.True(_first != _second);
    }

    [Fact]
    public void Compare_EarlierAndLater_FollowsTheSpawns()
    {
        TaskId copy = _first;

        Assert.True(_first.CompareTo(_second) < 0);
        Assert.True(_second.CompareTo(_first) > 0);
        Assert.Equal(0, _first.CompareTo(copy));
        Assert.True(_first < _second && !(_second < _first) && !(_first < copy));
        Assert.True(_second > _first && !(_first > _second) && !(_first > copy));
        Assert.True(_first <= _second && _first <= copy && !(_second <= _first));
        Assert.True(_second >= _first && _first >= copy && !(_first >= _second));
        Assert.True(default(TaskId) < _first);
    }

    [Fact]
    public void ToString_AnyCulture_IsAPlainNumber()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        try
        {
            Assert.True(long.Parse(_first.ToString(), NumberStyles.None, CultureInfo.InvariantCulture) > 0);
            Assert.Equal("0", default(TaskId).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Format_WithFormat_IsThatOfTheNumber()
    {
        long number = long.Parse(_first.ToString(), CultureInfo.InvariantCulture);

        Assert.Equal(number.ToString("X8", CultureInfo.InvariantCulture), _first.ToString("X8", CultureInfo.InvariantCulture));
        Assert.Equal(number.ToString("N0", CultureInfo.InvariantCulture), $"{_first:N0}", ignoreCase: false);
        Assert.Equal(_first.ToString(), _first.ToString(null, null));
        Assert.Throws<FormatException>(() => _first.ToString("Q", null));
    }

    [Fact]
    public void TryFormat_RoomOrNot_TellsWhich()
    {
        Span<char> room = stackalloc char[20];

        Assert.True(_first.TryFormat(room, out int written, default, CultureInfo.InvariantCulture));
        Assert.Equal(_first.ToString(), room[..written].ToString());
        Assert.False(_first.TryFormat([], out int none, default, null));
        Assert.Equal(0, none);
    }
}
