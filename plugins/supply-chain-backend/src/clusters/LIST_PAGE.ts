/** Objects a request. 500 is what client-go's pager uses; a page of our largest kind (pods, 25 KB) is then 12 MB on the wire. */
export const LIST_PAGE = 500;
